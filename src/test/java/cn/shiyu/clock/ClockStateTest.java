package cn.shiyu.clock;

import static cn.shiyu.clock.ClockFixtures.CALENDAR;
import static cn.shiyu.clock.ClockFixtures.at;
import static cn.shiyu.clock.ClockFixtures.clock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shiyu.clock.ClockState.Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockStateTest {

    @ParameterizedTest(name = "{0} + {1} -> {2}")
    @CsvSource({
        "RUNNING,PAUSE,PAUSED", "RUNNING,RESUME,", "RUNNING,EXTEND,RUNNING", "RUNNING,STOP,STOPPED",
        "PAUSED,PAUSE,", "PAUSED,RESUME,RUNNING", "PAUSED,EXTEND,PAUSED", "PAUSED,STOP,STOPPED",
        "STOPPED,PAUSE,", "STOPPED,RESUME,", "STOPPED,EXTEND,", "STOPPED,STOP,"
    })
    void followsTheTableForEveryPair(ClockState state, Action action, ClockState next) {
        assertThat(state.after(action).orElse(null)).isEqualTo(next);
    }

    @Test
    void isDrawnInTheDocumentationAsItIs() throws IOException {
        List<String> drawn = Files.readAllLines(Path.of("docs/clocks.md")).stream()
                .map(String::strip)
                .filter(line -> line.matches("[A-Z]+ --> [A-Z]+: [A-Z]+"))
                .toList();
        assertThat(drawn).containsExactlyInAnyOrderElementsOf(arrows());
    }

    private static List<String> arrows() {
        return Stream.of(ClockState.values())
                .flatMap(state -> Stream.of(Action.values()).flatMap(action -> state.after(action)
                        .map(next -> "%s --> %s: %s".formatted(state, next, action))
                        .stream()))
                .toList();
    }

    @Test
    void refusesWhatIsOutOfTurnInWords() {
        CaseClock clock = clock(Limit.hours(2), "2026-07-06 10:00");
        clock.stop(CALENDAR, at("2026-07-06 11:00"));
        assertThatThrownBy(() -> clock.pause("等待", at("2026-07-06 11:30")))
                .isInstanceOf(ClockRefused.class)
                .hasMessage("“办理”时限已停止,不能再暂停。");
        assertThat(clock.intervals()).hasSize(1);
    }
}
