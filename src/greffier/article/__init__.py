"""The storey of one article: pure functions, parallel by nature, a room for each noun.

In: a `RawDocument`. Out: the parts of an `Article`. Not: files of the caller, other articles.
"""
