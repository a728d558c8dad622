using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace SiliconFlow.TryIt.Hosting;

/// <summary>Asks the user at the console. Where nobody can answer, a question is an error: silence must not buy anything.</summary>
internal static class Questions
{
    /// <summary>A line that the user types.</summary>
    /// <exception cref="HostException">There is none.</exception>
    public static string ReadLine() => Console.ReadLine() ?? throw new HostException("The script asks something, and there is nobody to answer.");

    /// <summary>A line that the user types unseen.</summary>
    public static SecureString ReadSecret()
    {
        var secret = new SecureString();
        if (Console.IsInputRedirected)
        {
            Array.ForEach(ReadLine().ToCharArray(), secret.AppendChar);
            return secret;
        }

        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace && secret.Length > 0)
            {
                secret.RemoveAt(secret.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                secret.AppendChar(key.KeyChar);
            }
        }

        Console.WriteLine();
        return secret;
    }

    /// <summary>A value for each field: what the engine asks for when mandatory parameters are missing.</summary>
    public static Dictionary<string, PSObject> AskFields(string caption, string message, Collection<FieldDescription> fields)
    {
        Show(caption, message);
        var answers = new Dictionary<string, PSObject>();
        foreach (var field in fields)
        {
            Console.Write($"{field.Name}: ");
            answers[field.Name] = PSObject.AsPSObject(
                field.ParameterTypeFullName == typeof(SecureString).FullName ? ReadSecret()
                : field.ParameterTypeFullName == typeof(PSCredential).FullName ? AskCredential("", "", "")
                : ReadLine());
        }

        return answers;
    }

    /// <summary>One of several choices, by its letter or its name: what -Confirm asks.</summary>
    /// <returns>The choice's index.</returns>
    public static int AskChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        Show(caption, message);
        while (true)
        {
            Console.Write(string.Concat(choices.Select(choice => $"[{Letter(choice)}] {Plain(choice)}  ")));
            Console.Write(defaultChoice >= 0 ? $"(default is \"{Letter(choices[defaultChoice])}\"): " : ": ");
            var answer = ReadLine().Trim();
            var chosen = answer.Length == 0 ? defaultChoice : IndexOf(choices, answer);
            if (chosen >= 0)
            {
                return chosen;
            }
        }
    }

    /// <summary>A user name and a password.</summary>
    public static PSCredential AskCredential(string caption, string message, string? userName)
    {
        Show(caption, message);
        if (string.IsNullOrEmpty(userName))
        {
            Console.Write("User: ");
            userName = ReadLine();
        }

        Console.Write($"Password for {userName}: ");
        return new PSCredential(userName, ReadSecret());
    }

    private static int IndexOf(Collection<ChoiceDescription> choices, string answer)
    {
        var found = choices.FirstOrDefault(choice =>
            answer.Equals(Letter(choice), StringComparison.OrdinalIgnoreCase) || answer.Equals(Plain(choice), StringComparison.OrdinalIgnoreCase));
        return found is null ? -1 : choices.IndexOf(found);
    }

    /// <summary>The character after the ampersand in a label such as "Yes to &amp;All".</summary>
    private static string Letter(ChoiceDescription choice)
    {
        var mark = choice.Label.IndexOf('&', StringComparison.Ordinal);
        return mark >= 0 && mark + 1 < choice.Label.Length ? choice.Label.Substring(mark + 1, 1).ToUpperInvariant() : choice.Label;
    }

    private static string Plain(ChoiceDescription choice) => choice.Label.Replace("&", "", StringComparison.Ordinal);

    private static void Show(string caption, string message)
    {
        foreach (var text in new[] { caption, message }.Where(text => !string.IsNullOrEmpty(text)))
        {
            Console.WriteLine(text);
        }
    }
}
