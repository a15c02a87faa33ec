"""What people and the service did: the store, its journal, and the cases of payments that were not released."""
