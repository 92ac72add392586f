"""Around the pages: what is sent out, what happens at the start, and Streamlit's own texts."""
