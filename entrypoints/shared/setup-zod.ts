import * as z from 'zod/mini';

// Before any schema: zod's probe for `new Function` would be a violation of the extension pages' own policy.
z.config({ jitless: true });
