-- AlterTable
ALTER TABLE "Change" ADD COLUMN "rows" JSONB;

-- CreateTable
CREATE TABLE "DeskChange" (
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "actorId" TEXT NOT NULL,
    "rows" JSONB NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "DeskChange_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "DeskSeal" (
    "id" TEXT NOT NULL,
    "lastSeq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "DeskSeal_pkey" PRIMARY KEY ("id")
);
