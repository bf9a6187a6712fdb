-- CreateTable
CREATE TABLE "TryLimit" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "freeAt" TIMESTAMP(3) NOT NULL,
    "lastAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "TryLimit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "TryLimit_lastAt_idx" ON "TryLimit"("lastAt");
