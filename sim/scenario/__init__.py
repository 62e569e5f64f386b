"""How does a question, written as files, become a case that can be played?"""
