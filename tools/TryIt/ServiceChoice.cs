namespace SiliconFlow.TryIt;

/// <summary>Decides between the simulator and the service that charges: the latter only where the user has a key and says yes.</summary>
internal static class ServiceChoice
{
    private const string KeyVariable = "SILICONFLOW_API_KEY";
    private const string AddressVariable = "SILICONFLOW_BASE_URL";

    /// <summary>Asks, where there is something to ask and somebody to answer.</summary>
    /// <returns>Whether the real service is wanted.</returns>
    public static bool IsReal()
    {
        if (string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(KeyVariable)))
        {
            return false;
        }

        if (Console.IsInputRedirected)
        {
            Console.WriteLine($"{KeyVariable} is set, but nobody can be asked whether to spend money: the simulator is used.");
            return false;
        }

        Console.Write($"{KeyVariable} is set. Use the real service, which charges for each video? [y/N] ");
        return Console.ReadLine()?.Trim().ToUpperInvariant() is "Y" or "YES";
    }

    /// <summary>Points everything in this process to the simulator. A key of the user's is out of reach from then on.</summary>
    public static void UseSimulator(Uri address)
    {
        Environment.SetEnvironmentVariable(KeyVariable, "sk-simulated");
        Environment.SetEnvironmentVariable(AddressVariable, address.AbsoluteUri);
    }
}
