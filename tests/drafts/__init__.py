"""Drafts: what each form says, and what none may say."""
