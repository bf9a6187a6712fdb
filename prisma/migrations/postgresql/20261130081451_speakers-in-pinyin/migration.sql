-- AlterTable
ALTER TABLE "Speaker" ADD COLUMN     "soundNames" TEXT;
