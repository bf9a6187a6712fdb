-- AlterTable
ALTER TABLE "Judgement" ADD COLUMN "pass" TEXT;
