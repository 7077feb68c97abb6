"""Training of the learned decisions of the English reader. Never imported by `src/`."""
