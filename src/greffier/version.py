"""The version of the program; it goes into every record.

In: nothing. Out: `__version__`. Not: the version of the record's schema, that is in `records`.
"""

__version__ = "0.1.0"
