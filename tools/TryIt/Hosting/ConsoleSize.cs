using System.Management.Automation.Host;

namespace SiliconFlow.TryIt.Hosting;

/// <summary>Tells formatting how wide a line is. All else that a console can do is not needed here.</summary>
internal sealed class ConsoleSize : PSHostRawUserInterface
{
    /// <summary>The width of lines that go to a file or another program: wide enough for paths.</summary>
    private const int UnseenWidth = 160;

    private static int Width => Console.IsOutputRedirected || Console.WindowWidth <= 0 ? UnseenWidth : Console.WindowWidth;

    public override Size BufferSize
    {
        get => new(Width, 1000);
        set => throw new NotSupportedException();
    }

    public override Size WindowSize
    {
        get => new(Width, 50);
        set => throw new NotSupportedException();
    }

    public override Size MaxWindowSize => WindowSize;

    public override Size MaxPhysicalWindowSize => WindowSize;

    public override Coordinates WindowPosition { get; set; }

    public override Coordinates CursorPosition { get; set; }

    public override int CursorSize { get; set; } = 1;

    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    public override string WindowTitle { get; set; } = "";

    public override bool KeyAvailable => false;

    public override void FlushInputBuffer()
    {
    }

    public override KeyInfo ReadKey(ReadKeyOptions options) => throw new NotSupportedException();

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw new NotSupportedException();

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw new NotSupportedException();

    public override void SetBufferContents(Rectangle rectangle, BufferCell fill) => throw new NotSupportedException();

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) => throw new NotSupportedException();
}
