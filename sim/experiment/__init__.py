"""Which futures meet which paths, and how are they played?"""
