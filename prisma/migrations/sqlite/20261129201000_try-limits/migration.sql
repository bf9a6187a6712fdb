-- CreateTable
CREATE TABLE "TryLimit" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "count" INTEGER NOT NULL,
    "freeAt" DATETIME NOT NULL,
    "lastAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "TryLimit_lastAt_idx" ON "TryLimit"("lastAt");
