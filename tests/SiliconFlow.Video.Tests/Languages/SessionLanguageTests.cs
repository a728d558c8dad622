using System.Management.Automation;
using System.Text.RegularExpressions;
using SiliconFlow.Simulator;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Languages;

/// <summary>Sessions of two languages in one process: each reads its own, whatever thread met the failure.</summary>
public sealed partial class SessionLanguageTests : IAsyncLifetime
{
    /// <summary>$PSUICulture tells, and the module follows, the language of the pipeline's thread. A shell gives it the user's; here the script does.</summary>
    private const string InChinese = "[System.Globalization.CultureInfo]::CurrentUICulture = 'zh-CN'; ";

    private readonly TextHost _host = new(400);

    private SimulatedSession _chinese = null!;
    private SimulatedSession _english = null!;

    public async Task InitializeAsync()
    {
        _chinese = await SimulatedSession.StartAsync(new SimulatorOptions { QueueTime = TimeSpan.Zero, RunTime = TimeSpan.Zero, Seed = 1 }, host: _host);
        _english = await SimulatedSession.StartAsync(new SimulatorOptions { QueueTime = TimeSpan.Zero, RunTime = TimeSpan.Zero, Seed = 1 });
    }

    public async Task DisposeAsync()
    {
        await _chinese.DisposeAsync();
        await _english.DisposeAsync();
    }

    [Theory]
    [InlineData("New-SFVideo ' '", "InvalidRequest", "第 1 行：提示词缺失或为空。", "请改正消息中指出的问题；原样再次请求仍会被拒绝。未产生费用。")]
    [InlineData("[pscustomobject]@{ Prompt = 'a'; Name = 'cat'; Image = 'none.png' } | New-SFVideo", "InvalidRequest", "第 1 行（cat）：无法读取图片文件“*none.png”：*", "请改正*")]
    [InlineData("'a' | New-SFVideo -Journal Env:PATH", "InvalidRequest", "日志路径“Env:PATH”不在文件系统中。", "请改正*")]
    [InlineData("Save-SFVideo x -FileName '{No}'", "InvalidRequest", "文件名“{No}”中有未知的标记 {No}；可用的标记有 {Name}, {RequestId}, {Seed}, {Model}, {Index}。", "请改正*")]
    [InlineData("Get-SFVideoJournal none.jsonl", "JournalUnreadable", "无法读取日志“*none.jsonl”：*", "请修复消息中指出的行*")]
    [InlineData("@() | Export-SFVideoGallery Env:/PATH", "InvalidRequest", "画廊路径“Env:/PATH”不在文件系统中。", "请改正*")]
    [InlineData("@() | Export-SFVideoGallery .", "InvalidRequest", "“*”是文件夹；画廊应是一个文件，例如“*gallery.html”。", "请改正*")]
    [InlineData("1 | Export-SFVideoGallery page.html", "InvalidRequest", "类型为 System.Int32 的对象无法显示：*", "请改正*")]
    [InlineData("1..2 | ForEach-Object { @() | Export-SFVideoGallery page.html }", "FileExists", "文件“*page.html”已存在。", "请使用 -Force 替换该文件，或指定其他 -Path。")]
    [InlineData("'page.html', 'page.html/x' | ForEach-Object { @() | Export-SFVideoGallery $_ }", "ExportFailed", "无法写入画廊“*x”：*", "请在磁盘上*")]
    [InlineData("Connect-SFVideo -ApiKey k -BaseUri ftp://there", "InvalidRequest", "基础地址“ftp://there”不是 http 或 https 地址。", "请改正*")]
    [InlineData("Get-SFVideoModel none", "InvalidRequest", "服务（http*）为该账户列出的视频模型中没有“none”。", "请运行 Get-SFVideoModel 查看列出的名称；*")]
    [InlineData("Get-SFVideoModel '[a'", "InvalidRequest", "名称“[a”不是有效的通配符模式：*", "请改正*")]
    public void What_is_wrong_with_the_input_is_told_in_the_sessions_language(string script, string id, string message, string action)
    {
        var error = ErrorOf(_chinese.Run(InChinese + script));

        AssertLike(message, error.ErrorDetails.Message);
        AssertLike(action, error.ErrorDetails.RecommendedAction);
        AssertSameError(id, error, ErrorOf(_english.Run(script)));
    }

    [Theory]
    [InlineData(400, "InvalidRequest", "第 1 行（a）：服务拒绝了该请求（HTTP 400：wrong；追踪 ID *）。")]
    [InlineData(401, "Unauthorized", "提交已终止；共 1 行，其中 1 行未被接受：服务拒绝了该 API 密钥（HTTP 401：wrong；追踪 ID *）。")]
    [InlineData(403, "Forbidden", "提交已终止；共 1 行，其中 1 行未被接受：该账户无权执行此操作（HTTP 403：wrong；追踪 ID *）。")]
    [InlineData(429, "RateLimited", "第 1 行（a）：已达到服务的速率限制（HTTP 429：wrong；追踪 ID *）。")]
    [InlineData(500, "SubmitOutcomeUnknown", "第 1 行（a）：提交未得到可用的响应（HTTP 500：wrong；追踪 ID *）；无从得知任务是否已创建。")]
    public void What_the_service_refused_is_told_in_the_sessions_language(int status, string id, string message)
    {
        var fault = new FaultRule { Operation = Operation.Submit, Fault = FaultKind.Answer, Status = status, Body = """{"code":1,"message":"wrong","data":null}""" };
        _chinese.Simulator.SetFaults(fault);
        _english.Simulator.SetFaults(fault);

        var error = ErrorOf(_chinese.Run(InChinese + "New-SFVideo a -RetryTimeoutSec 0"));

        AssertLike(message, error.ErrorDetails.Message);
        AssertSameError(id, error, ErrorOf(_english.Run("New-SFVideo a -RetryTimeoutSec 0")));
    }

    [Fact]
    public void The_Tab_key_speaks_the_sessions_language()
    {
        const string tab = "[System.Management.Automation.CommandCompletion]::CompleteInput('Save-SFVideo -FileName ''{I', 26, $null).CompletionMatches.ToolTip";

        Assert.Equal(["任务到达的次序，从 1 开始"], _chinese.Run(InChinese + tab).ThrowOnError().Lines);
        Assert.Equal(["The job's place in the order of arrival, from 1"], _english.Run(tab).ThrowOnError().Lines);
    }

    [Fact]
    public async Task A_line_with_many_rows_tells_everything_in_the_sessions_language()
    {
        const string script = "'a', 'b', 'c', 'd' | New-SFVideo -MaxSubmissions 3 -Verbose | Wait-SFVideo -PollIntervalSec 0.1 -Verbose | Save-SFVideo -Verbose";
        _chinese.Simulator.SetFaults(Third(), new FaultRule { Operation = Operation.Status, Fault = FaultKind.Answer, Status = 503, RetryAfter = "0", Occurrences = Occurrences.Parse("1") });
        _english.Simulator.SetFaults(Third());

        var chinese = _chinese.Start(InChinese + script);
        var english = _english.Start(script);
        var (theirs, ours) = (await chinese.Completion, await english.Completion);

        Assert.Equal("有 1 行未提交，因为 MaxSubmissions 为 3。", Assert.Single(theirs.Warnings));
        Assert.Equal("1 row was not submitted, since MaxSubmissions is 3.", Assert.Single(ours.Warnings));
        Assert.Contains(theirs.Verbose, line => Regex.IsMatch(line, "^POST /v1/video/submit -> 200，用时 [0-9]+ 毫秒（追踪 ID .+）$"));
        Assert.Contains(theirs.Verbose, line => Regex.IsMatch(line, "^Status：[0-9.]+ 秒后进行第 1 次重试.*，原因：服务不可用（HTTP 503.*）。$"));
        Assert.Equal(["正在保存视频", "正在提交视频任务", "正在等待视频"], theirs.Progress.Select(record => record.Activity).Distinct().Order(StringComparer.Ordinal));
        Assert.All(theirs.Progress, record => Assert.Matches("^(已完成 [0-9]+，失败 [0-9]+，待处理 [0-9]+.*|已完成)$", record.StatusDescription));
        var all = string.Join('\n', [.. ours.Verbose, .. ours.Errors.Select(error => $"{error} {error.ErrorDetails.RecommendedAction}"), .. ours.Progress.Select(record => $"{record}")]);
        Assert.DoesNotMatch(Chinese(), all);
    }

    [Fact]
    public void What_would_be_done_is_told_in_the_sessions_language()
    {
        _chinese.Run(InChinese + "'a', 'b' | New-SFVideo -Journal run.jsonl -WhatIf").ThrowOnError();
        _chinese.Run(InChinese + "Save-SFVideo job-1 -WhatIf").ThrowOnError();
        _chinese.Run(InChinese + "@() | Export-SFVideoGallery gallery.html -WhatIf").ThrowOnError();

        Assert.Contains(_host.Lines, line => line.Contains("\"向 Wan-AI/Wan2.2-T2V-A14B 提交付费视频任务\"", StringComparison.Ordinal) && line.Contains("\"第 2 行（b）\"", StringComparison.Ordinal));
        Assert.Contains(_host.Lines, line => line.EndsWith("将有 2 行提交并付费，0 行从日志继续，0 行因结果未知而跳过。", StringComparison.Ordinal));
        Assert.Contains(_host.Lines, line => line.Contains("\"保存请求 job-1 的视频\"", StringComparison.Ordinal));
        Assert.Contains(_host.Lines, line => line.Contains("\"写入画廊（0 个视频）\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stop_from_another_thread_tells_how_to_go_on_in_the_sessions_language()
    {
        using var hold = _chinese.Simulator.HoldCalls(Operation.Submit);
        var batch = _chinese.Start(InChinese + "New-SFVideo a -Journal run.jsonl");
        await _chinese.Simulator.WaitForCallAsync(Operation.Submit);

        var stop = batch.StopAsync();
        await _host.Warned;
        hold.Dispose();
        await stop;

        Assert.Contains($"已停止。再次运行同一命令即可继续：已付费的任务记录在日志“{_chinese.Folder["run.jsonl"]}”中。", _host.Lines);
    }

    // Who reads a journal need not be who wrote it.
    [Fact]
    public void A_journal_is_written_in_English()
    {
        _chinese.Simulator.SetFaults(new FaultRule { Operation = Operation.Submit, Fault = FaultKind.Answer, Status = 400, Body = """{"code":1,"message":"wrong","data":null}""" });

        _chinese.Run(InChinese + "New-SFVideo a -Journal run.jsonl");

        var journal = File.ReadAllText(_chinese.Folder["run.jsonl"]);
        Assert.Contains("The service refused the request (HTTP 400: wrong; trace id ", journal, StringComparison.Ordinal);
        Assert.DoesNotMatch(Chinese(), journal);
    }

    [Fact]
    public void A_session_that_changes_its_language_reads_the_other_from_then_on()
    {
        var result = _english.Run(
            """
            New-SFVideo ' ' -ErrorVariable first -ErrorAction SilentlyContinue
            [System.Globalization.CultureInfo]::CurrentUICulture = 'zh-SG'
            New-SFVideo ' ' -ErrorVariable second -ErrorAction SilentlyContinue
            "$first", "$second"
            """);

        Assert.Equal(["Row 1: The prompt is missing or blank.", "第 1 行：提示词缺失或为空。"], result.Lines);
    }

    private static FaultRule Third() => new() { Operation = Operation.Submit, Fault = FaultKind.Answer, Status = 400, Prompt = "c", Body = """{"code":1,"message":"wrong","data":null}""" };

    private static ErrorRecord ErrorOf(ScriptResult result) => result.Terminated?.ErrorRecord ?? Assert.Single(result.Errors);

    private static void AssertSameError(string id, ErrorRecord chinese, ErrorRecord english)
    {
        Assert.Equal(id, chinese.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(english.FullyQualifiedErrorId, chinese.FullyQualifiedErrorId);
        Assert.Equal(english.CategoryInfo.Category, chinese.CategoryInfo.Category);
        Assert.DoesNotMatch(Chinese(), $"{english} {english.Exception.Message} {english.ErrorDetails.RecommendedAction}");
    }

    /// <summary>Holds a text against one with stars for what varies.</summary>
    private static void AssertLike(string pattern, string text) => Assert.Matches($"^{Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal)}$", text);

    [GeneratedRegex(@"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")]
    private static partial Regex Chinese();
}
