'use strict';

require('./setup.cjs').become('bin/serve.ts', process.argv.slice(2));
