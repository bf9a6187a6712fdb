/** How often somebody may try to sign in or use a link: counted in this process's memory. */
import 'server-only';
import { RateLimiterMemory } from 'rate-limiter-flexible';

/** Ten tries per account in a quarter of an hour; a hundred per address, where a whole newsroom may sit behind one. */
const perAccount = new RateLimiterMemory({ points: 10, duration: 900 });
const perAddress = new RateLimiterMemory({ points: 100, duration: 900 });

/** Spends one try; false when an account or an address has none left. */
export async function spendTry(account: string, address: string): Promise<boolean> {
  try {
    await perAccount.consume(account);
    await perAddress.consume(address);
    return true;
  } catch (refused) {
    if (refused instanceof Error) throw refused;
    return false;
  }
}
