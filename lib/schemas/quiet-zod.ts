import { z } from 'zod';

// In a browser zod would try whether it may make code of text, which the pages' policy refuses and would report. To be
// imported before the first schema that a page holds is made.
if ('document' in globalThis) z.config({ jitless: true });
