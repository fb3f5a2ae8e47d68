"""A checkable record of who said what, in which office, when and where."""

__version__ = "0.1.0"
