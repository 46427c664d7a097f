import { config } from 'zod/v4/core';

// The page's policy forbids making code from text, which zod would do for speed. Said before any schema is there: a schema
// finds out when it is made whether it may.
config({ jitless: true });
