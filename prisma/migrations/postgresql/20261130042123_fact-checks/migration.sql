-- CreateTable
CREATE TABLE "FactCheckFeed" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT,
    "addressKey" TEXT,
    "addedById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "isOn" BOOLEAN NOT NULL DEFAULT true,
    "readAt" TIMESTAMP(3),
    "reading" JSONB,
    "nextReadAt" TIMESTAMP(3),
    "etag" TEXT,
    "lastModified" TEXT,
    "seenPages" JSONB,
    "removedAt" TIMESTAMP(3),

    CONSTRAINT "FactCheckFeed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FactCheck" (
    "id" TEXT NOT NULL,
    "feedId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "claim" TEXT NOT NULL,
    "checker" TEXT NOT NULL,
    "publishedOn" TEXT,
    "rating" TEXT,
    "ratingValue" DOUBLE PRECISION,
    "bestRating" DOUBLE PRECISION,
    "worstRating" DOUBLE PRECISION,
    "claimant" TEXT,
    "appearance" TEXT,
    "language" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "FactCheck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FactCheckSearch" (
    "id" SERIAL NOT NULL,
    "checkId" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "isChinese" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "FactCheckSearch_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "FactCheckFeed_addressKey_key" ON "FactCheckFeed"("addressKey");

-- CreateIndex
CREATE INDEX "FactCheckFeed_nextReadAt_idx" ON "FactCheckFeed"("nextReadAt");

-- CreateIndex
CREATE INDEX "FactCheckFeed_removedAt_createdAt_idx" ON "FactCheckFeed"("removedAt", "createdAt");

-- CreateIndex
CREATE INDEX "FactCheckFeed_addedById_idx" ON "FactCheckFeed"("addedById");

-- CreateIndex
CREATE INDEX "FactCheck_key_createdAt_id_idx" ON "FactCheck"("key", "createdAt", "id");

-- CreateIndex
CREATE INDEX "FactCheck_createdAt_id_idx" ON "FactCheck"("createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "FactCheck_feedId_key_key" ON "FactCheck"("feedId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "FactCheckSearch_checkId_key" ON "FactCheckSearch"("checkId");

-- CreateIndex
CREATE INDEX "FactCheckSearch_version_idx" ON "FactCheckSearch"("version");

-- AddForeignKey
ALTER TABLE "FactCheckFeed" ADD CONSTRAINT "FactCheckFeed_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FactCheck" ADD CONSTRAINT "FactCheck_feedId_fkey" FOREIGN KEY ("feedId") REFERENCES "FactCheckFeed"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FactCheckSearch" ADD CONSTRAINT "FactCheckSearch_checkId_fkey" FOREIGN KEY ("checkId") REFERENCES "FactCheck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The full-text index of the fact-checks of others: tokens are made by the desk.
ALTER TABLE "FactCheckSearch" ADD COLUMN "vector" tsvector
  GENERATED ALWAYS AS (array_to_tsvector(string_to_array("words", ' '))) STORED;

CREATE INDEX "FactCheckSearch_vector_idx" ON "FactCheckSearch" USING GIN ("vector");
