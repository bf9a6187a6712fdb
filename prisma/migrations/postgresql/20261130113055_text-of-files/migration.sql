-- CreateTable
CREATE TABLE "FileText" (
    "hash" TEXT NOT NULL,
    "reader" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "read" INTEGER NOT NULL,
    "withText" INTEGER NOT NULL,
    "packed" BYTEA NOT NULL,

    CONSTRAINT "FileText_pkey" PRIMARY KEY ("hash","reader")
);

-- AddForeignKey
ALTER TABLE "FileText" ADD CONSTRAINT "FileText_hash_fkey" FOREIGN KEY ("hash") REFERENCES "Blob"("hash") ON DELETE CASCADE ON UPDATE CASCADE;
