-- CreateTable
CREATE TABLE "FileText" (
    "hash" TEXT NOT NULL,
    "reader" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "read" INTEGER NOT NULL,
    "withText" INTEGER NOT NULL,
    "packed" BLOB NOT NULL,

    PRIMARY KEY ("hash", "reader"),
    CONSTRAINT "FileText_hash_fkey" FOREIGN KEY ("hash") REFERENCES "Blob" ("hash") ON DELETE CASCADE ON UPDATE CASCADE
);
