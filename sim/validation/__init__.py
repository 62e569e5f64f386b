"""Can the model be trusted: what was published, what it gives, and by how much it misses?"""
