"""What a code's rules cover, dimension by dimension."""
