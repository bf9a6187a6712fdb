/** The environment variable that names the floor (`lib/text`) whose tests a mutation run asks. */
export const testedFloor = 'CLAIMDESK_MUTATED_FLOOR';
