// A long campaign: dotnet run --project tests/SiliconFlow.Video.CrashCampaign -- --kills 300 --seed 1
using SiliconFlow.Video.CrashCampaign;

if (args is not ["--kills", var killsText, "--seed", var seedText] || !int.TryParse(killsText, out var kills) || !int.TryParse(seedText, out var seed))
{
    Console.Error.WriteLine("Usage: --kills <number> --seed <number>");
    return 2;
}

try
{
    Console.WriteLine(await Campaign.RunAsync(kills, seed, tally => Console.WriteLine($"round {tally.Rounds}: {tally.Kills} kills")));
    return 0;
}
catch (CampaignException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
