"""What holds for every test: rules alone read, unless a test asks for the model, which costs time on every page."""

import os

os.environ.setdefault("ONRECORD_MODEL", "false")
