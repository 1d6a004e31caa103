'use strict';

require('./setup.cjs').become('bench/run.ts', process.argv.slice(2));
