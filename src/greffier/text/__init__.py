"""Letters and trees: true of any string or any dependency tree.

In: strings, tokens. Out: small pure functions. Not: a language, a table, news.
"""
