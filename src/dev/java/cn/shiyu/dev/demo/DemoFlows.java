package cn.shiyu.dev.demo;

import cn.shiyu.casework.AppellantFlow;
import cn.shiyu.casework.DispatchFlow;
import cn.shiyu.casework.HandlingFlow;
import cn.shiyu.casework.IntakeFlow;
import cn.shiyu.casework.SubmissionFlow;
import cn.shiyu.casework.VerdictFlow;
import cn.shiyu.platform.files.FileFlow;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The real flows, through which every demonstration case goes. A singleton: its fields are read, and a proxy's are empty. */
@Singleton
class DemoFlows {

    @Inject
    SubmissionFlow submission;

    @Inject
    IntakeFlow intake;

    @Inject
    DispatchFlow dispatch;

    @Inject
    HandlingFlow handling;

    @Inject
    VerdictFlow verdict;

    @Inject
    AppellantFlow appellant;

    @Inject
    FileFlow files;
}
