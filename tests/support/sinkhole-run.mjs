// Runs a sinkhole until it is ended: prints its port, and appends every call to the file as it comes.
import { appendFileSync } from 'node:fs';
import { startSinkhole } from './sinkhole.mjs';

const file = process.argv[2];
if (!file) throw new Error('Name the file for the calls.');
const sinkhole = await startSinkhole({ onCall: (call) => appendFileSync(file, `${JSON.stringify(call)}\n`) });
console.log(sinkhole.port);
