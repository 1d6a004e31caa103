#!/usr/bin/env node
'use strict';

require('../scripts/setup.cjs').become('bin/cli.ts', process.argv.slice(2));
