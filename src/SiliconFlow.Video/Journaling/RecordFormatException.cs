namespace SiliconFlow.Video.Journaling;

/// <summary>A journal's line is not a record that this version can use.</summary>
internal sealed class RecordFormatException(LocalText fault, Exception? cause = null) : FormatException(null, cause), ITold
{
    public LocalText Text => fault;

    public override string Message => Text.ToString();
}
