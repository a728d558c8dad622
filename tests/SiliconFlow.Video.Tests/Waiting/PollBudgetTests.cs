using SiliconFlow.Video.Waiting;

namespace SiliconFlow.Video.Tests.Waiting;

public sealed class PollBudgetTests
{
    private readonly PollBudget _budget = new(600);

    public PollBudgetTests()
    {
        for (var call = 0; call < 100; call++)
        {
            _budget.Spend(call / 10.0);
        }
    }

    [Fact]
    public void Refusal_halves_the_pace_and_delays_the_next_call()
    {
        _budget.Refused(10, 10);

        Assert.InRange(_budget.CallsPerSecond, 4, 5);
        Assert.Equal(10 + (1 / _budget.CallsPerSecond), _budget.Next, 1e-9);
    }

    [Fact]
    public void Calls_that_were_in_flight_together_halve_the_pace_once()
    {
        _budget.Refused(9.9, 10);
        var pace = _budget.CallsPerSecond;
        _budget.Refused(10.1, 10.2);
        _budget.Refused(9.8, 15);
        Assert.Equal(pace, _budget.CallsPerSecond);

        _budget.Refused(15, 15.1);
        Assert.NotEqual(pace, _budget.CallsPerSecond);
    }

    [Fact]
    public void Fifty_answers_make_up_for_a_refusal_and_more_lead_back_to_what_was_allowed()
    {
        _budget.Refused(10, 10);
        var pace = _budget.CallsPerSecond;
        Answer(50);
        Assert.Equal(2 * pace, _budget.CallsPerSecond, 1e-9);

        Answer(100);
        Assert.Equal(10, _budget.CallsPerSecond);

        void Answer(int calls)
        {
            for (var call = 0; call < calls; call++)
            {
                _budget.Answered(20);
            }
        }
    }
}
