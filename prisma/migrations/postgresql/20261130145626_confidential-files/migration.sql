-- AlterTable
ALTER TABLE "SourceFile" ADD COLUMN     "confidential" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "SourceFileReader" (
    "fileId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SourceFileReader_pkey" PRIMARY KEY ("fileId","userId")
);

-- CreateIndex
CREATE INDEX "SourceFileReader_userId_idx" ON "SourceFileReader"("userId");

-- AddForeignKey
ALTER TABLE "SourceFileReader" ADD CONSTRAINT "SourceFileReader_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "SourceFile"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceFileReader" ADD CONSTRAINT "SourceFileReader_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
