/**
 * An attacker, as a process of its own: `abuse-client.ts <attack> <port> <seconds>` prints what it came to as JSON.
 */
import { ATTACKS, attack } from './abuse-attacks.ts';

const [name, port, seconds] = process.argv.slice(2);
const chosen = ATTACKS.find((each) => each.name === name);
if (chosen === undefined) throw new Error(`found no attack ${name}`);
process.stdout.write(JSON.stringify(await attack(Number(port), chosen, Number(seconds))));
process.exit(0);
