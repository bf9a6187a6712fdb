-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "correction" TEXT;

-- AlterTable
ALTER TABLE "Report" ADD COLUMN     "listed" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Desk" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "correctionsEn" TEXT NOT NULL,
    "correctionsZh" TEXT NOT NULL,
    "scale" JSONB NOT NULL,
    "edition" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Desk_pkey" PRIMARY KEY ("id")
);
