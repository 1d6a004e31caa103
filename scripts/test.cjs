'use strict';

require('./setup.cjs').become('scripts/run-tests.ts', process.argv.slice(2));
