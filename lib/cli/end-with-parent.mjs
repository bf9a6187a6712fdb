/** Loaded into the server before anything else: it ends with the program that started it, however that one ended. */
process.once('disconnect', () => process.exit(0));
