"""What does each part of the model give, alone, for what is published about it?"""
