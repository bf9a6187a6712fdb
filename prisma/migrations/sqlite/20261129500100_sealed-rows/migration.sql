-- AlterTable
ALTER TABLE "Change" ADD COLUMN "rows" JSONB;

-- CreateTable
CREATE TABLE "DeskChange" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "actorId" TEXT NOT NULL,
    "rows" JSONB NOT NULL,
    "hash" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "DeskSeal" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "lastSeq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL
);
