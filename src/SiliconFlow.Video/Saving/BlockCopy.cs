using System.Buffers;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Saving;

/// <summary>Copies the content of a link to a partial file, in two blocks in turn: while one is written and hashed, the next is read into the other.</summary>
internal static class BlockCopy
{
    internal const int BlockLength = 131072;

    /// <summary>Copies to the end.</summary>
    /// <exception cref="SFVideoDownloadException">The network failed. What has come is in the file.</exception>
    /// <exception cref="IOException">The disk failed.</exception>
    internal static async Task RunAsync(LinkContent content, PartialFile partial, DownloadAccount account)
    {
        var (block, other) = (ArrayPool<byte>.Shared.Rent(BlockLength), ArrayPool<byte>.Shared.Rent(BlockLength));
        try
        {
            try
            {
                // A host that sends more than it stated would fill the disk.
                var room = (partial.Version?.Length ?? long.MaxValue) - partial.Length;
                for (int n; room >= 0 && (n = await ReadAsync(content, block).ConfigureAwait(false)) > 0; room -= n)
                {
                    await partial.WriteAsync(block, n).ConfigureAwait(false);
                    account.Receive(n);
                    (block, other) = (other, block);
                }
            }
            finally
            {
                await partial.SettleAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
            ArrayPool<byte>.Shared.Return(other);
        }
    }

    /// <summary>Failures of the network are told apart from failures of the disk here: the first may be repeated.</summary>
    private static async Task<int> ReadAsync(LinkContent content, byte[] block)
    {
        try
        {
            return await content.ReadAsync(block).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or HttpRequestException or TimeoutException)
        {
            throw new SFVideoDownloadException(ErrorIds.DownloadFailed, Messages.TransferBroke(AnswerErrors.Innermost(e)), e) { MayRepeat = true };
        }
    }
}
