/** `npm run build`: the clients and the application, each only where something changed. */
import { build, generateClients } from './prepare';

generateClients();
process.stdout.write(build() ? 'Built.\n' : 'The build is up to date.\n');
